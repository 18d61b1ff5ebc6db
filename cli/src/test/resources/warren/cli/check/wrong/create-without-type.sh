#!/bin/bash
#DW create_persistent capacity=1TB name=keep
srun ./simulation
