/** Runs in the head, before anything is painted: what is chosen here must not flash or move the page. Keep it tiny. */
document.documentElement.dataset.script = "on";
