"""Dialogs: questions that need an answer before something goes on."""
