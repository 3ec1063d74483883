"""What a script tried at a site, as a table."""
import sys

tried = []


def row(name, expected, got):
    tried.append((name, expected, got, "" if got == expected else " ← WRONG"))


def finish():
    """Prints the table and ends the script, with exit 1 when something was not as it should be."""
    print("| tried | should be | was |")
    print("|---|---|---|")
    for name, expected, got, mark in tried:
        print(f"| {name} | {expected} | {got}{mark} |")
        if mark:
            print(f"{name}: {got}, should be {expected}", file=sys.stderr)
    failed = sum(bool(mark) for _, _, _, mark in tried)
    print(f"checked: {len(tried)}, not as they should be: {failed}")
    sys.exit(1 if failed else 0)
