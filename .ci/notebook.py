"""Executes a notebook in a real kernel, in a folder of its own, and fails on any error in it."""

import sys

import nbformat
from nbclient import NotebookClient

path, folder = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
nbformat.validate(notebook)
for cell in notebook.cells:
    if cell.cell_type == "code" and (cell.outputs or cell.execution_count):
        sys.exit(f"{path} is committed with outputs; clear them")
NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()

code = [cell for cell in notebook.cells if cell.cell_type == "code"]
for output in (output for cell in code for output in cell.outputs):
    if output.output_type == "stream" and output.name == "stderr":
        print(output.text, file=sys.stderr)
plots = sum("image/png" in output.get("data", {}) for cell in code for output in cell.outputs)
print(f"{path}: {len(code)} cells executed, {plots} plots")
