"""Where things are: postcodes, districts and named places, known at build and cut into small files for the browser."""
