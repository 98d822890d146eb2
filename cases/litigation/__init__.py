"""Administrative litigation, seen from the defendant's side 行政应诉."""
