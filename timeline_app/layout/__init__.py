"""Where does each event stand on the canvas? Events and a viewport to a scene; no Qt."""
