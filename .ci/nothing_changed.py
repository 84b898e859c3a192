"""Fails unless the JSON report of an ingest (first argument) counts nodes, none of them inserted, updated or deleted."""
import json
import sys


def totals(value, sums):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in sums and isinstance(inner, int):
                sums[key] += inner
            else:
                totals(inner, sums)
    elif isinstance(value, list):
        for inner in value:
            totals(inner, sums)
    return sums


with open(sys.argv[1], encoding="utf-8") as report:
    text = report.read()
sums = {"inserted": 0, "updated": 0, "deleted": 0, "unchanged": 0}
decoder, at = json.JSONDecoder(), 0
while text[at:].strip():
    at += len(text[at:]) - len(text[at:].lstrip())
    value, at = decoder.raw_decode(text, at)
    totals(value, sums)
print("    second ingest:", ", ".join(f"{count} {name}" for name, count in sums.items()))
if sums["unchanged"] == 0 or sums["inserted"] or sums["updated"] or sums["deleted"]:
    sys.exit("a second ingest of the same pages must change nothing and count what it left unchanged")
