"""The pages as a person meets them, in headless Chromium."""
