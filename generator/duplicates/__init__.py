"""Records that may be one thing listed twice: what each is known by (`faces`), which are worth comparing (`index`), how alike
two are and why (`likeness`), and two made one (`merging`, `merge`)."""
