export const texts = {
  title: 'Search',
  label: 'Reference, name, number or receipt',
  hint: 'Type at least two characters. Enter opens the first that is found, the arrow keys go to the others.',
  nothing: 'Nothing was found. Every word must be the beginning of a word.',
  more: 'There are more; the list of them shows all.',
};
