#!/bin/sh
# No service starts when a package is installed: there is no init in a container.
exit 101
