"""What Alembic runs to apply the migrations. It works only within `patientbook.workshop.migrate`."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
context.run_migrations()
