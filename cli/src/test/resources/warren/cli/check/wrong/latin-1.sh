#!/bin/bash
#DW copy_in source=/lus/Zürich destination=/lus/b
