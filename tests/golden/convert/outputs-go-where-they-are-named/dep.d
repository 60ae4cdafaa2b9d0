out\:1.json: \
  a\ b\#c\:d.md

a\ b\#c\:d.md:
