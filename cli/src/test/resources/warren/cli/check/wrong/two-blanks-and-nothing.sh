#!/bin/bash
#DW  
srun ./simulation
