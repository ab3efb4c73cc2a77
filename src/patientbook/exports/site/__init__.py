"""The guide as a website: files for any web server."""
