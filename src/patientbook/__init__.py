"""An interactive patient guide, made from Markdown and YAML."""
