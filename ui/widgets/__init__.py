"""The controls that panes and dialogs are made of; all of ui may import them."""
