"""Outlets of another package, as an operator would install them, for the crawls among the tests."""

from pathlib import Path

_OUTLET = """
from dataclasses import replace
from itertools import repeat
from newscrawl.outlets.moscow_times import OUTLET as MODEL

def freeze():
    # C counts without giving the interpreter back, as a parser may; a signal would end a sleep.
    return sum(repeat(0, 10**11))

{code}
"""

#: Modules by what is wrong with their outlet.
CODES = {
    "whole": "OUTLET = replace(MODEL, name='{name}')",
    "broken": "raise RuntimeError('broken on import')",
    "doubled": "OUTLET = MODEL",
    "silent": "OUTLET = replace(MODEL, name='{name}', sources=())",
    "nested": "from newscrawl.outlet import Sitemap\n"
    "OUTLET = replace(MODEL, name='{name}', sources=(Sitemap('/index.xml'),))",
    # Who waits for the moment is told by a file.
    "frozen": "OUTLET = replace(MODEL, name='{name}', parts=lambda page: "
    "open(__file__ + '.frozen', 'w').close() or freeze())",
    "thawed": "OUTLET = replace(MODEL, name='third_frozen', parts=lambda page: ())",
    "faulty": "OUTLET = replace(MODEL, name='{name}', parts=lambda page: 1 // 0)",
}


def install(folder: Path, kind: str) -> dict[str, str]:
    """Put an outlet named ``third_KIND`` on a path of its own; the environment that finds it."""
    return install_code(folder, f"third_{kind}", CODES[kind])


def install_code(folder: Path, name: str, code: str) -> dict[str, str]:
    """Put an outlet of that name, made by a line of code; the environment that finds it."""
    folder.mkdir(exist_ok=True)
    code = _OUTLET.format(code=code.replace("{name}", name))
    (folder / f"{name}.py").write_text(code)
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[newscrawl.outlets]\n{name} = {name}\n")
    return {"PYTHONPATH": str(folder)}
