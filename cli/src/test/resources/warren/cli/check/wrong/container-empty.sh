#!/bin/bash
#DW container
srun ./simulation
