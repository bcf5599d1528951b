"""``python -m careerdesk`` is ``careerdesk``."""

import sys

from careerdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
