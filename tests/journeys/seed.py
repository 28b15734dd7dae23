"""The page that everything starts from, as it stands in the demo's folder and as a person copies it."""

from __future__ import annotations

from pathlib import Path

SUMMARY = "Réunion des ministres de la Défense des pays de l’OTAN"
PLACE = "Siège de l'OTAN\nBd Léopold III\n1030 Schaerbeek\nBelgique"
LOCATION = "Siège de l'OTAN, Bd Léopold III, 1030 Schaerbeek, Belgique"
TEXT = (Path(__file__).parents[2] / "resources" / "demo" / "otan.txt").read_text(encoding="utf-8").strip()
