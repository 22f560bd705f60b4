// The spreadsheet that agencies send today, with what people make of it: a title above the header, dates as text, NPNs as
// numbers, ZIP codes without their zero, lists parted any way, stray spaces, blank rows. Every company is fictional.
import ExcelJS from 'exceljs';

const HEADER = [
  '#', 'Name of Subcontractor / TPMO (legal)', 'DBA (if any)', 'Type of entity', 'NPN', 'Tax ID (EIN)', 'Services provided',
  'How leads are obtained', 'Street', 'City', 'ST', 'Zip', 'Contact', 'E-mail', 'Telephone', 'Web site(s)',
  'Toll free / tracking #s', 'Contract date', 'Start date', 'Term date', 'Reason for term', 'Offshore? (Y/N)',
  'Shares leads w/ other TPMOs? (Y/N)', 'Comments',
];
const HEADER_ROW = 5;
const day = (text) => new Date(`${text}T00:00:00Z`);

/** What each row says, in the order of the header; null is an empty cell, an empty list a blank row. */
const ROWS = [
  ['  Prickly  Pear   Media Inc. ', 'Pear Direct', 'General Agency', 15693069, '54-4873297', 'Lead Generation; Sales; Enrollment',
    'Inbound calls', '4757 Main St', 'Boston', 'ma', 2108, '(617) 555-0138', 'www.pricklypear.example', '1-877-503-2980',
    day('2025-02-26'), '04/14/2025', null, null, 'n', 'No'],
  ['Saguaro Print House', null, 'Print/Mail House', 17954511, '41-7782828', 'Sales\nEnrollment', null, '2844 Lakeview Dr', 'Omaha',
    'NE', '68102', '402.555.0194', 'saguaroprint.example', null, day('2023-09-01'), day('2023-10-20'), null, null, 'No', 'N'],
  [],
  ['Ironwood Leads LLC', null, 'Lead Generator', null, '31-3678071', 'lead generation', 'Web form / TV', '8650 Commerce Pkwy',
    'Newark', 'New Jersey', 7102, '+1 973 555 0117', 'https://ironwoodleads.example/medicare', null, null, '8/13/2021', null, null,
    'N', 'n'],
  ['Ocotillo Outreach Co.', 'Ocotillo; Oco Calls', 'Call Center', null, null, 'Marketing & Lead Generation', 'Live transfer, Web form',
    '1353 5th Ave', 'Austin', 'TX', 78701, '512-555-0171', null, '1-844-648-3069', null, day('2024-03-04'), '05/31/2025',
    'Contract over', 'N', 'N'],
  ['Mesquite Senior Desk', null, 'Appointment Setter', 2669077, '44-6970198', 'Enrollment & Sales', null, '3812 5th Ave', 'San Juan',
    'PR', '00901', '(787) 555-0125', 'www.mesquitedesk.example', null, day('2024-02-01'), '2024-02-15', null, null, 'n', 'N'],
  ['Palo Verde Social', null, 'Social Media Manager', null, '84-3486049', 'MARKETING', null, '7536 Commerce Pkwy', 'Tampa', 'fl',
    33602, '813 555 0142', 'www.paloverde.example, paloverde.example/medicare', null, null, '05/29/2021', null, null, 'no', 'N'],
  ['Cholla Agents Corp', null, 'Independent Agent', 1184786, '17-9806425', 'Sales', null, '4492 Main St', 'Denver', 'CO', 80202,
    '720-555-0163', 'www.chollaagents.example', null, day('2023-06-25'), day('2023-08-06'), null, null, 'No', 'No'],
  [],
  ['Yucca Virtual Help', null, 'Virtual Assistant', null, '58-2965217', 'Marketing', null, '1551 5th Ave', 'Columbus', 'OH', 43215,
    '614 555 0150', 'yuccavirtual.example', null, null, '4/30/2021', null, null, 'N', 'N'],
  ['Agave Quotes LLC', 'Agave', 'Marketing Agency', 21964879, '23-1649075', 'Marketing / Enrollment', null, '8926 Main St',
    'Phoenix', 'Arizona', 85003, '(480) 555-0188', 'www.agavequotes.example', null, day('2021-08-06'), day('2021-08-13'), null, null,
    'No', 'N'],
];

/** Which cells are wrong, and what should have been in them. */
export const FAULTS = [
  { column: 'NPN', of: 'Cholla Agents Corp', wrong: null },
  { column: 'Name of Subcontractor / TPMO (legal)', of: 'Agave Quotes LLC', wrong: '  ' },
  { column: 'Start date', of: 'Mesquite Senior Desk', wrong: '13/45/2024' },
  { column: 'Term date', of: 'Ocotillo Outreach Co.', wrong: '05/31/2023' },
  { column: 'Services provided', of: 'Yucca Virtual Help', wrong: 'Telepathy' },
  { column: 'Tax ID (EIN)', of: 'Ironwood Leads LLC', wrong: '123-45-6789' },
  { column: 'ST', of: 'Saguaro Print House', wrong: 'ZZ' },
  { column: 'Offshore? (Y/N)', of: 'Palo Verde Social', wrong: 'Y' },
  { column: 'E-mail', of: '  Prickly  Pear   Media Inc. ', wrong: 'not an address' },
];

/** The nineteen values of a row with those that are the same in all, put where the header wants them. */
function cells(number, [name, dba, type, npn, ein, services, leads, street, city, state, zip, phone, web, tracking, ...dates], mark) {
  const [contract, start, term, reason, offshore, shares] = dates;
  const domain = name.toLowerCase().replace(/[^a-z]/g, '');
  return [number, name + mark, dba, type, npn, ein, services, leads, street, city, state, zip, 'Compliance desk',
    `COMPLIANCE@${domain.toUpperCase()}.EXAMPLE`, phone, web, tracking, contract, start, term, reason, offshore, shares, null];
}

/** Writes the form. A mark behind the names lets the tour be taken again on the same data. */
export async function write(file, mark) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('TPMO Relationships');
  sheet.mergeCells('A1:H1');
  sheet.getCell('A1').value = 'Third-Party Marketing Organization (TPMO) Relationships Form';
  sheet.getCell('A2').value = 'Agency: Harborline Benefit Advisors LLC     Agency NPN: 9700002';
  sheet.getCell('A3').value = 'Date: 11/02/2026';
  sheet.getRow(HEADER_ROW).values = HEADER;
  ROWS.forEach((row, i) => {
    if (row.length) sheet.getRow(HEADER_ROW + 1 + i).values = cells(i + 1, row, mark);
  });
  FAULTS.forEach((fault) => (cell(sheet, fault).value = fault.wrong));
  sheet.columns.forEach((column) => (column.width = 18));
  book.addWorksheet('Instructions').getCell('A1').value = 'Return this form to the compliance mailbox.';
  await book.xlsx.writeFile(file);
}

/** Puts what should have been there into the cells that the workbook has marked. */
export async function mend(from, to, mark) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(from);
  const sheet = book.getWorksheet('TPMO Relationships');
  FAULTS.forEach((fault) => {
    const i = ROWS.findIndex(([name]) => name === fault.of);
    const right = cells(i + 1, ROWS[i], mark)[HEADER.indexOf(fault.column)];
    cell(sheet, fault).value = right;
  });
  await book.xlsx.writeFile(to);
}

/** Where a fault is, such as E13. */
export const address = (fault) => {
  const column = String.fromCharCode('A'.charCodeAt(0) + HEADER.indexOf(fault.column));
  return column + (HEADER_ROW + 1 + ROWS.findIndex(([name]) => name === fault.of));
};

const cell = (sheet, fault) => sheet.getCell(address(fault));
