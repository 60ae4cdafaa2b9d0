roles.html: \
  project/roles/clerk.md \
  project/words.yaml \
  project/house.xml \
  project/look/base.xml \
  project/look/logo.png

project/roles/clerk.md:

project/words.yaml:

project/house.xml:

project/look/base.xml:

project/look/logo.png:
