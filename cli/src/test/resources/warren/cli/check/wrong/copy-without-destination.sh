#!/bin/bash
#DW copy_in source=/lus/home/dean
srun ./simulation
