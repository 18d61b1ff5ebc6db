#!/bin/bash
#DW container name=slushy profile=red-rock-slushy DW_GLOBAL_foo_global=lus
srun ./simulation
