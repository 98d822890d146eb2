"""The ground floor: the registry every record stands on, reconsideration and litigation."""
