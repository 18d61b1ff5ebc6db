#!/bin/bash
#DW jobdw type=[31mgfs2 capacity=10GB name=red-rock
srun ./simulation
