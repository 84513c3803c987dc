"""`python -m generator` is the command geirfa."""

import sys

from generator.cli import main

sys.exit(main())
