#!/bin/bash
#DW jobdw type=luster capacity=10GB name=red-rock
srun ./simulation
