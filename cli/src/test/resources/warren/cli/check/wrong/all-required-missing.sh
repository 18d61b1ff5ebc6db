#!/bin/bash
#DW jobdw
srun ./simulation
