/* The presenter's window: shows one slide with its notes, and leads the window of the room. */
