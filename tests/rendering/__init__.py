"""The letters as a person sees them: in Chromium, on a phone and on a desktop, in the light and in the dark."""
