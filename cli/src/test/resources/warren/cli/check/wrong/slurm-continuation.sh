#!/bin/bash
#DW copy_in source=/lus/in \
#DW destination=/lus/out
srun ./simulation
