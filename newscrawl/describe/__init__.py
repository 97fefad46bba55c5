"""From pages of a site to an outlet file that describes it. Pure."""
