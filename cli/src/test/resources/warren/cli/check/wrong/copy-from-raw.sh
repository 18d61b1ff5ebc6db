#!/bin/bash
#DW jobdw type=raw capacity=10GB name=red-rock
#DW copy_out source=$DW_JOB_red_rock/out destination=/lus/home/dean
srun ./simulation
