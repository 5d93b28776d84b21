"""The form on the site: what Decap CMS has to know of the model, of the project and of its host."""

from generator.admin.collections import FORM, Shelf, shelves
from generator.admin.settings import cms_settings, hosts

__all__ = ["FORM", "Shelf", "cms_settings", "hosts", "shelves"]
