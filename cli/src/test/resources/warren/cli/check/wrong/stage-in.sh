#!/bin/bash
#DW stage_in type=directory source=/a destination=/b
srun ./simulation
