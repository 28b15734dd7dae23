"""The event page that everything starts from, as options of ``add``."""

from __future__ import annotations

from core.demo import FOLDER

SUMMARY = "Réunion des ministres de la Défense des pays de l’OTAN"
PLACE = ("Siège de l'OTAN", "Bd Léopold III", "1030 Schaerbeek", "Belgique")
LOCATION = "Siège de l'OTAN, Bd Léopold III, 1030 Schaerbeek, Belgique"
DESCRIPTION = (FOLDER / "otan.txt").read_text(encoding="utf-8").strip()

OPTIONS = (
    *("--summary", SUMMARY, "--start", "2022-10-12", "--end", "2022-10-13", "--all-day"),
    *("--location", "\n".join(PLACE), "--description", DESCRIPTION),
)
