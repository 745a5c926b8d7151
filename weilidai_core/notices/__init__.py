"""What someone is told without asking: wordings, hours, channels, inbox, calendar."""
