"""``python -m careerdesk`` is ``careerdesk``."""

import sys

from careerdesk.cli import main

sys.exit(main())
