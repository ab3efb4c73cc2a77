"""Whether a notebook needs a kernel follows from what it shows."""

import nbformat
import pytest

from patientbook.notebooks.run import WIDGET_STATE
from patientbook.pages.kernel_free import is_kernel_free

OURS = {"model_name": "AnyModel", "state": {"_anywidget_id": "patientbook_widgets.quiz.Quiz"}}
LAYOUT = {"model_name": "LayoutModel", "state": {}}
SLIDER = {"model_name": "IntSliderModel", "state": {}}
OTHER_ANYWIDGET = {"model_name": "AnyModel", "state": {"_anywidget_id": "somebody.Map"}}


def executed(*models, **data):
    shown = [nbformat.v4.new_output("display_data", {mime.replace("_", "/"): text}) for mime, text in data.items()]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=shown)])
    notebook.metadata.widgets = {WIDGET_STATE: {"state": {str(number): model for number, model in enumerate(models)}}}
    return nbformat.from_dict(notebook)


@pytest.mark.parametrize("models", [[], [OURS], [OURS, LAYOUT], [LAYOUT]])
def test_our_widgets_and_none_need_no_kernel(models):
    assert is_kernel_free(executed(*models))


@pytest.mark.parametrize("models", [[SLIDER, LAYOUT], [OURS, SLIDER], [OTHER_ANYWIDGET]])
def test_any_other_widget_needs_one(models):
    assert not is_kernel_free(executed(*models))


@pytest.mark.parametrize(
    "html", ["<script>alert(1)</script>", '<SCRIPT src="x.js"></SCRIPT>', '<script type="module">']
)
def test_an_output_with_a_script_is_left_to_voila(html):
    assert not is_kernel_free(executed(text_html=html))


@pytest.mark.parametrize("html", ["<p>words</p>", '<script type="application/json">{}</script>'])
def test_words_and_data_need_no_kernel(html):
    assert is_kernel_free(executed(text_html=html))


def test_an_output_that_is_a_script_is_left_to_voila():
    assert not is_kernel_free(executed(application_javascript="alert(1)"))


def test_a_notebook_that_was_never_run_needs_none():
    assert is_kernel_free(nbformat.v4.new_notebook())


def test_of_the_guide_only_the_slider_needs_a_kernel(site):
    assert dict(site.live) == {"en/Gänge & #1.html": "en/Gänge & #1.ipynb"}
    assert set(site.notebooks) == {"en/01-bicycles.html", "en/08-words.html", "en/Gänge & #1.html"}
    assert "en/Gänge & #1.html" not in site.files
