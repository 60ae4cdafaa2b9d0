project/handbook.html: \
  project/rolebook.yaml \
  project/house.xml \
  project/roles/clerk.md \
  project/words.yaml \
  project/phrases.yaml \
  project/asked.yaml \
  project/known.yaml \
  project/look/base.xml \
  project/look/logo.png \
  project/own.png

project/rolebook.yaml:

project/house.xml:

project/roles/clerk.md:

project/words.yaml:

project/phrases.yaml:

project/asked.yaml:

project/known.yaml:

project/look/base.xml:

project/look/logo.png:

project/own.png:
