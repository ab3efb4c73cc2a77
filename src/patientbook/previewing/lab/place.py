"""Where Jupyter shows the preview."""

PREVIEW = "patientbook/preview/"  # under Jupyter's own base
