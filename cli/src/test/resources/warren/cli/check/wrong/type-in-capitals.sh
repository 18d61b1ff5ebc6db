#!/bin/bash
#DW jobdw type=GFS2 capacity=10GB name=red-rock
srun ./simulation
