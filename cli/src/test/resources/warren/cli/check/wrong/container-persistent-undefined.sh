#!/bin/bash
#DW container name=slushy profile=red-rock-slushy DW_PERSISTENT_foo_persistent=keep
srun ./simulation
