"""What happens when somebody acts: each controller joins widgets to the workspace for one purpose."""
