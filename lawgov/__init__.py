"""The roof: settings, addresses, the site and the reading room."""
